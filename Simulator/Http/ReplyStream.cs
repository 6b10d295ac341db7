namespace Workflows.Simulator.Http;

/// <summary>A reply's body as a stream to read. Closing it ends the call, as closing a connection does.</summary>
internal sealed class ReplyStream : Stream
{
    private readonly SimulatorReply _reply;
    private readonly CancellationTokenSource _closed = new();
    private readonly IAsyncEnumerator<ReadOnlyMemory<byte>> _pieces;
    private ReadOnlyMemory<byte> _piece;
    private bool _moving;
    private int _disposed;

    public ReplyStream(SimulatorReply reply)
    {
        _reply = reply;
        _pieces = reply.Body.GetAsyncEnumerator(_closed.Token);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_piece.IsEmpty)
        {
            await using var registration = cancellationToken.Register(static closed => ((CancellationTokenSource)closed!).Cancel(), _closed);
            _moving = true;
            var more = await _pieces.MoveNextAsync();
            _moving = false;
            if (!more)
            {
                return 0;
            }

            _piece = _pieces.Current;
        }

        var count = Math.Min(buffer.Length, _piece.Length);
        _piece[..count].CopyTo(buffer);
        _piece = _piece[count..];
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count)).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            _closed.Cancel();
            // A read in progress ends by the cancellation and takes the enumerator with it.
            if (!_moving)
            {
                _ = _pieces.DisposeAsync().AsTask();
            }

            _reply.Dispose();
        }

        base.Dispose(disposing);
    }
}
