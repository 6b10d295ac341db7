using System.Net;
using Workflows.Durable;

namespace Workflows.FunctionsWorker.Extensions.DurableTask.Http;

/// <summary>How often a <see cref="DurableHttpRequest"/> is sent that fails.</summary>
public class HttpRetryOptions
{
    private static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromDays(6);

    /// <summary>Creates options.</summary>
    /// <param name="statusCodesToRetry">The answers that count as failures; null or empty: all from 400 on.</param>
    public HttpRetryOptions(IList<HttpStatusCode>? statusCodesToRetry = null) => StatusCodesToRetry = statusCodesToRetry ?? [];

    /// <summary>The wait before the second attempt; above zero.</summary>
    public TimeSpan FirstRetryInterval { get; set; }

    /// <summary>The longest wait. Default 6 days.</summary>
    public TimeSpan MaxRetryInterval { get; set; } = DefaultMaxInterval;

    /// <summary>By what each further wait grows; at least 1, the default.</summary>
    public double BackoffCoefficient { get; set; } = 1;

    /// <summary>How long after the first attempt further ones may start. Default: no limit.</summary>
    public TimeSpan RetryTimeout { get; set; } = TimeSpan.MaxValue;

    /// <summary>Attempts in all; at least 1.</summary>
    public int MaxNumberOfAttempts { get; set; }

    /// <summary>The answers that count as failures; empty: all from 400 on.</summary>
    public IList<HttpStatusCode> StatusCodesToRetry { get; }

    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    internal RetryPolicy ToPolicy() => new(
        MaxNumberOfAttempts, FirstRetryInterval, BackoffCoefficient, MaxRetryInterval, RetryTimeout == TimeSpan.MaxValue ? null : RetryTimeout);

    /// <summary>True when the answer counts as a failure.</summary>
    internal bool Retries(HttpStatusCode status) => StatusCodesToRetry.Count == 0 ? (int)status >= 400 : StatusCodesToRetry.Contains(status);
}
