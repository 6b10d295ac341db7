using System.Buffers.Binary;

namespace Workflows.Runtime.Host.Invocation;

/// <summary>Ids of runs, unique over all starts of a host: the instant of its start and a count.</summary>
internal sealed class InvocationIds(TimeProvider time)
{
    private readonly long _start = time.GetUtcNow().UtcTicks;
    private long _last;

    public string Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, _start);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], Interlocked.Increment(ref _last));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
