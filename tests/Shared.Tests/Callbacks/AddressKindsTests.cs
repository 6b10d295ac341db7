using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Workflows.Shared.Callbacks;

namespace Workflows.Shared.Tests.Callbacks;

public sealed class AddressKindsTests
{
    [Theory]
    [InlineData("8.8.8.8", AddressKind.Public)]
    [InlineData("1.1.1.1", AddressKind.Public)]
    [InlineData("9.255.255.255", AddressKind.Public)]
    [InlineData("11.0.0.0", AddressKind.Public)]
    [InlineData("100.63.255.255", AddressKind.Public)]
    [InlineData("100.128.0.0", AddressKind.Public)]
    [InlineData("126.255.255.255", AddressKind.Public)]
    [InlineData("128.0.0.0", AddressKind.Public)]
    [InlineData("169.253.255.255", AddressKind.Public)]
    [InlineData("172.15.255.255", AddressKind.Public)]
    [InlineData("172.32.0.0", AddressKind.Public)]
    [InlineData("192.167.255.255", AddressKind.Public)]
    [InlineData("192.169.0.0", AddressKind.Public)]
    [InlineData("198.17.255.255", AddressKind.Public)]
    [InlineData("198.20.0.0", AddressKind.Public)]
    [InlineData("223.255.255.255", AddressKind.Public)]
    [InlineData("0.0.0.0", AddressKind.Reserved)]
    [InlineData("0.1.2.3", AddressKind.Reserved)]
    [InlineData("10.0.0.0", AddressKind.Private)]
    [InlineData("10.255.255.255", AddressKind.Private)]
    [InlineData("100.64.0.0", AddressKind.CarrierGrade)]
    [InlineData("100.127.255.255", AddressKind.CarrierGrade)]
    [InlineData("100.100.100.200", AddressKind.Metadata)]
    [InlineData("127.0.0.1", AddressKind.Loopback)]
    [InlineData("127.255.255.255", AddressKind.Loopback)]
    [InlineData("168.63.129.16", AddressKind.Metadata)]
    [InlineData("169.254.0.1", AddressKind.LinkLocal)]
    [InlineData("169.254.169.254", AddressKind.Metadata)]
    [InlineData("169.254.170.2", AddressKind.Metadata)]
    [InlineData("172.16.0.0", AddressKind.Private)]
    [InlineData("172.31.255.255", AddressKind.Private)]
    [InlineData("192.0.0.1", AddressKind.Reserved)]
    [InlineData("192.0.0.192", AddressKind.Metadata)]
    [InlineData("192.0.2.1", AddressKind.Reserved)]
    [InlineData("192.88.99.1", AddressKind.Reserved)]
    [InlineData("192.168.1.1", AddressKind.Private)]
    [InlineData("198.18.0.1", AddressKind.Reserved)]
    [InlineData("198.51.100.1", AddressKind.Reserved)]
    [InlineData("203.0.113.1", AddressKind.Reserved)]
    [InlineData("224.0.0.1", AddressKind.Multicast)]
    [InlineData("239.255.255.255", AddressKind.Multicast)]
    [InlineData("240.0.0.1", AddressKind.Reserved)]
    [InlineData("255.255.255.255", AddressKind.Multicast)]
    [InlineData("2606:4700:4700::1111", AddressKind.Public)]
    [InlineData("2400:cb00::1", AddressKind.Public)]
    [InlineData("::", AddressKind.Reserved)]
    [InlineData("::1", AddressKind.Loopback)]
    [InlineData("::2", AddressKind.Reserved)]
    [InlineData("::127.0.0.1", AddressKind.Reserved)]
    [InlineData("::8.8.8.8", AddressKind.Reserved)]
    [InlineData("::ffff:8.8.8.8", AddressKind.Public)]
    [InlineData("::ffff:127.0.0.1", AddressKind.Loopback)]
    [InlineData("::ffff:10.1.2.3", AddressKind.Private)]
    [InlineData("::ffff:169.254.169.254", AddressKind.Metadata)]
    [InlineData("::ffff:0:127.0.0.1", AddressKind.Reserved)]
    [InlineData("64:ff9b::8.8.8.8", AddressKind.Public)]
    [InlineData("64:ff9b::127.0.0.1", AddressKind.Loopback)]
    [InlineData("64:ff9b::169.254.169.254", AddressKind.Metadata)]
    [InlineData("64:ff9b:1::8.8.8.8", AddressKind.Reserved)]
    [InlineData("100::1", AddressKind.Reserved)]
    [InlineData("2001::1", AddressKind.Reserved)]
    [InlineData("2001:db8::1", AddressKind.Reserved)]
    [InlineData("2002:7f00:1::", AddressKind.Reserved)]
    [InlineData("3fff::1", AddressKind.Reserved)]
    [InlineData("5f00::1", AddressKind.Reserved)]
    [InlineData("fc00::1", AddressKind.Private)]
    [InlineData("fdff::1", AddressKind.Private)]
    [InlineData("fd00:ec2::254", AddressKind.Metadata)]
    [InlineData("fd20:ce::254", AddressKind.Metadata)]
    [InlineData("fe80::1", AddressKind.LinkLocal)]
    [InlineData("fe80::1%2", AddressKind.LinkLocal)]
    [InlineData("fec0::1", AddressKind.Private)]
    [InlineData("ff02::1", AddressKind.Multicast)]
    public void An_address_is_of_its_kind(string address, AddressKind kind) => Assert.Equal(kind, AddressKinds.Of(IPAddress.Parse(address)));

    [Theory]
    [InlineData(AddressKind.Public, "8.8.8.8", true, true)]
    [InlineData(AddressKind.Loopback, "127.0.0.1", false, true)]
    [InlineData(AddressKind.LinkLocal, "169.254.1.1", false, true)]
    [InlineData(AddressKind.Private, "10.0.0.1", false, true)]
    [InlineData(AddressKind.CarrierGrade, "100.64.0.1", false, true)]
    [InlineData(AddressKind.Metadata, "169.254.169.254", false, false)]
    [InlineData(AddressKind.Multicast, "224.0.0.1", false, false)]
    [InlineData(AddressKind.Reserved, "0.0.0.0", false, false)]
    public void Private_ones_are_allowed_on_request_and_metadata_never(AddressKind kind, string text, bool allowed, bool allowedWithPrivate)
    {
        IPAddress address = IPAddress.Parse(text);

        Assert.Equal(kind, AddressKinds.Of(address));
        Assert.Equal((allowed, allowedWithPrivate), (AddressKinds.IsAllowed(address, allowPrivate: false), AddressKinds.IsAllowed(address, allowPrivate: true)));
    }

    [Fact]
    public void An_ipv4_address_is_of_the_same_kind_in_the_clothes_of_ipv6() => Prop.ForAll<uint>(number =>
    {
        IPAddress address = new(number);
        byte[] nat64 = [0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0, .. address.GetAddressBytes()];
        AddressKind kind = AddressKinds.Of(address);
        return AddressKinds.Of(address.MapToIPv6()) == kind && AddressKinds.Of(new IPAddress(nat64)) == kind;
    }).QuickCheckThrowOnFailure();
}
