using System.ClientModel.Primitives;

namespace Workflows.Activities.Models;

/// <summary>Takes the <c>Authorization</c> away again, for servers without keys: the package has no stable way to send none.</summary>
internal sealed class KeylessPolicy : PipelinePolicy
{
    private const string Header = "Authorization";

    public override void Process(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Headers.Remove(Header);
        ProcessNext(message, pipeline, currentIndex);
    }

    public override ValueTask ProcessAsync(PipelineMessage message, IReadOnlyList<PipelinePolicy> pipeline, int currentIndex)
    {
        message.Request.Headers.Remove(Header);
        return ProcessNextAsync(message, pipeline, currentIndex);
    }
}
