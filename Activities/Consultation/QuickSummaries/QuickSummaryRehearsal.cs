using System.Text.Json;
using Workflows.Activities.Models;
using Workflows.Shared.Consultation;
using Workflows.Shared.Models;
using Workflows.Shared.Models.Fleet;

namespace Workflows.Activities.Consultation;

/// <summary>
/// Goes the whole way of a quick summary a few times with models that are not there, so that its code is compiled before anybody calls: on a busy machine that alone takes
/// seconds. Nothing is sent, counted or written down.
/// </summary>
/// <param name="catalogue">The models of the task.</param>
/// <param name="time">The clock.</param>
public sealed class QuickSummaryRehearsal(ModelCatalogue catalogue, TimeProvider time)
{
    private const string Owner = "rehearsal";
    private const string Korean = "고객: 지난달 요금이 두 번 빠져나가서 환불을 받고 싶어요.\n상담사: 확인해 보니 33,000원이 이중으로 출금되었습니다. 환불을 접수해 드렸고 3일 안에 입금됩니다.\n고객: 네, 감사합니다.";
    private const string English = "Customer: I was charged twice for order 4417 and I want a refund.\nAgent: I can see both payments. I have refunded the second one; it takes three days.\nCustomer: Thank you.";

    /// <summary>Rehearses: an answer, a failure after which the next model is asked, and no answer at all.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (!catalogue.TryGetTask(ConsultationNames.QuickSummaryTask, out ModelTask? task))
        {
            return;
        }

        string[] pools = [task.Pool, .. task.Fallbacks];
        foreach (string text in new[] { Korean, English })
        {
            foreach (string? answering in new[] { pools[0], pools[^1], null })
            {
                QuickSummarizer summarizer = new(catalogue, Admission(pools), new AbsentModels(answering, text.Split('\n')[0]), metrics: null, time);
                QuickSummary summary = await summarizer.SummarizeAsync(new QuickSummaryRequest(Owner, text), time.GetTimestamp(), cancellationToken);
                JsonSerializer.SerializeToUtf8Bytes(summary, ConsultationJson.Options);
            }
        }
    }

    /// <summary>Slots that no fleet has given: good for models that are not there.</summary>
    private RealtimeAdmission Admission(string[] pools)
    {
        RealtimeAdmission admission = new(Owner, time);
        foreach (string pool in pools)
        {
            int number = admission.Ask(pool, 1, 1, QuickSummarizer.TokensOfACall).Number;
            DateTimeOffset end = time.GetUtcNow() + TimeSpan.FromMinutes(1);
            admission.Accept(new FleetBlock { Owner = Owner, Pool = pool, Number = number, Slots = 1, Calls = 1, StopAt = end, RenewAt = end, TimeoutSeconds = 1 });
        }

        return admission;
    }

    private sealed class AbsentModels(string? answering, string answer) : IModelClient
    {
        public Task<ModelSendOutcome> SendAsync(ModelPool pool, ModelSend send, int promptTokens, TimeSpan timeout, CancellationToken cancellationToken) => Task.FromResult(
            pool.Name == answering
                ? new ModelSendOutcome { Status = ModelSendStatus.Answered, Answer = answer, Model = pool.Model }
                : new ModelSendOutcome { Status = ModelSendStatus.Unavailable, Error = "There is no model in a rehearsal." });
    }
}
