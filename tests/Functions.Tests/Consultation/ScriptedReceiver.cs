using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Activities.Callbacks;
using Workflows.Activities.Consultation;
using Workflows.Activities.Content;
using Workflows.FunctionsWorker.Builder;
using Workflows.Shared.Callbacks;

namespace Workflows.Functions.Consultation;

/// <summary>A receiver of callbacks whose answers a test gives, and the content that they carry.</summary>
internal sealed class ScriptedReceiver : ICallbackSender, IContentStore
{
    public const string Client = "callcentre";

    public ConcurrentQueue<CallbackMessage> Received { get; } = [];

    public Func<int, CallbackAttempt> Answer { get; set; } = _ => new CallbackAttempt { Delivered = true, HttpStatus = 200 };

    /// <summary>Lets an application send its callbacks here.</summary>
    public void Serve(FunctionsApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create($"Consultations:Clients:{Client}:Secrets:0", (string?)"0123456789abcdef")]);
        builder.Services.AddSingleton<ICallbackSender>(this).AddSingleton<IContentStore>(this);
    }

    Task<CallbackAttempt> ICallbackSender.SendAsync(CallbackMessage message, CancellationToken cancellationToken)
    {
        Received.Enqueue(message);
        return Task.FromResult(Answer(Received.Count));
    }

    Task IContentStore.PutAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => Task.CompletedTask;

    Task<ReadOnlyMemory<byte>?> IContentStore.GetAsync(string key, CancellationToken cancellationToken) => Task.FromResult<ReadOnlyMemory<byte>?>("{}"u8.ToArray());

    Task IContentStore.DeleteAsync(string folder, CancellationToken cancellationToken) => Task.CompletedTask;
}
