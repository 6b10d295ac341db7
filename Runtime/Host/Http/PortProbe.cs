using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Workflows.Runtime.Host.Http;

/// <summary>Tries the addresses before anything is started, so that a port in use costs one line and starts no work.</summary>
internal static class PortProbe
{
    public static void Check(IEnumerable<BindingAddress> addresses)
    {
        foreach (BindingAddress address in addresses.Where(a => a.Port > 0 && !a.IsUnixPipe))
        {
            IPAddress ip = address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
                : IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? parsed) ? parsed
                : IPAddress.Any;
            try
            {
                using Socket socket = new(ip.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(ip, address.Port));
                socket.Listen();
            }
            catch (SocketException e)
            {
                throw Failed(address.ToString(), e);
            }
        }
    }

    public static HostStartException Failed(string address, Exception e) =>
        new($"Cannot listen on {address}: {e.Message}. Stop the other program, or name another address with {Configuration.HostOptionsReader.Section}:{nameof(EmbeddedHostOptions.Urls)}.", e);
}
