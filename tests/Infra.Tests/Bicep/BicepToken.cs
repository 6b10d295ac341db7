namespace Workflows.Infra.Tests.Bicep;

/// <summary>A piece of a Bicep file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text; of a string what stands between the quotes.</param>
/// <param name="Line">Its line, from 1.</param>
internal sealed record BicepToken(BicepTokenKind Kind, string Text, int Line)
{
    public bool Is(string text) => Kind is BicepTokenKind.Symbol or BicepTokenKind.Word && Text == text;
}
