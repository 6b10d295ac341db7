namespace Workflows.Shared.Consultation;

/// <summary>How far a batch is: the state of the entity <see cref="ConsultationNames.ConsultationBatch"/>.</summary>
public sealed class BatchState
{
    /// <summary>Its message has not come yet.</summary>
    public const char Expected = '.';

    /// <summary>It waits for its analysis or is analysed.</summary>
    public const char Admitted = 'p';

    /// <summary>It was analysed.</summary>
    public const char Analyzed = 'd';

    /// <summary>Its analysis failed.</summary>
    public const char Failed = 'f';

    /// <summary>What the batch began with; null: there is no such batch, or not any more.</summary>
    public BatchBeginning? Beginning { get; set; }

    /// <summary>One of the four letters for each consultation.</summary>
    public string Items { get; set; } = "";

    /// <summary>When the last one ended; null: some have not.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>True once the report of the whole batch is stored.</summary>
    public bool Reported { get; set; }

    /// <summary>How many consultations have ended.</summary>
    public int Ended => Items.Count(item => item is Analyzed or Failed);

    /// <summary>How many of them failed.</summary>
    public int Failures => Items.Count(item => item == Failed);
}
