namespace ExitDesk.Domain.Closing;

/// <summary>Why a step is taken, in words for the owner.</summary>
internal static class ClosePhrases
{
    public static string Done(PositionClosing closing) => closing.LeftOut.Count == 0
        ? "filled"
        : $"nobody bids for {string.Join(", ", closing.LeftOut)}: left to expire";
}
