using System.Text.Json;
using Workflows.Shared.Models;

namespace Workflows.Orchestrations.Fleet;

/// <summary>How orchestrators compare texts by their embeddings.</summary>
public static class SimilarityExtensions
{
    /// <summary>What the prompt of such a call is called; nothing of it is sent.</summary>
    private static readonly ModelPrompt Prompt = new() { Id = "similarity", Version = "1", System = "", User = "" };

    /// <summary>
    /// Compares texts with a question through the fleet. However it ends, it ends with a result. Many texts are several calls side by side, each of one request of at most
    /// <see cref="ModelSimilarity.MaxInputs"/> inputs, so that the fleet counts every request; all of them have to be answered.
    /// </summary>
    /// <param name="context">The caller.</param>
    /// <param name="request">What is compared.</param>
    /// <param name="callId">The comparison's name, unique within the caller: the calls are the instances <c>{caller}:{callId}-1</c> and so on.</param>
    /// <param name="abandon">When this task completes, however it does, the calls are abandoned and end as <see cref="ModelCallStatus.Cancelled"/>; null: never.</param>
    /// <exception cref="ArgumentException">The question is blank.</exception>
    /// <exception cref="InvalidOperationException">The caller is inside a critical section, where a call could wait for what the caller has locked.</exception>
    public static async Task<SimilarityResult> CallSimilarityAsync(this TaskOrchestrationContext context, SimilarityRequest request, string callId, Task? abandon = null)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentException.ThrowIfNullOrEmpty(callId);
        ArgumentException.ThrowIfNullOrWhiteSpace(request.Question, nameof(request));
        List<int[]> batches = [.. Enumerable.Range(0, request.Texts.Count).Where(index => !string.IsNullOrWhiteSpace(request.Texts[index])).Chunk(ModelSimilarity.MaxInputs - 1)];
        ModelCallResult[] calls = await Task.WhenAll(batches.Select(
            (batch, number) => context.CallModelAsync(CallOf(request, batch), FormattableString.Invariant($"{callId}-{number + 1}"), abandon)));
        if (calls.FirstOrDefault(call => call.Status != ModelCallStatus.Answered) is { } failed)
        {
            return new SimilarityResult { Status = failed.Status, Error = failed.Error, Calls = calls };
        }

        double[] similarities = new double[request.Texts.Count];
        foreach ((int[] batch, ModelCallResult call) in batches.Zip(calls))
        {
            double[] answer = JsonSerializer.Deserialize<double[]>(call.Answer!)!;
            if (answer.Length != batch.Length)
            {
                return new SimilarityResult { Status = ModelCallStatus.Failed, Error = "A call answered with another number of similarities than it was asked for.", Calls = calls };
            }

            foreach ((int index, double similarity) in batch.Zip(answer))
            {
                similarities[index] = similarity;
            }
        }

        return new SimilarityResult { Status = ModelCallStatus.Answered, Similarities = similarities, Calls = calls };
    }

    private static ModelCallRequest CallOf(SimilarityRequest request, int[] batch)
    {
        ModelSimilarity similarity = new() { Question = request.Question, Texts = [.. batch.Select(index => request.Texts[index])] };
        return new ModelCallRequest
        {
            Task = request.Task,
            Prompt = Prompt,
            Similarity = similarity,
            MaxOutputTokens = 0,
            Class = request.Class,
            WorkStamp = request.WorkStamp,
            Deadline = request.Deadline,
            BudgetSeconds = request.BudgetSeconds,
            PromptTokens = TokenEstimate.Of(similarity.Question) + similarity.Texts.Sum(text => TokenEstimate.Of(text)),
        };
    }
}
