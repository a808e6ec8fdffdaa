namespace ExitDesk.Simulator.Market.Recorded;

/// <summary>Outcome of reading recorded data: a market, or every reason why there is none.</summary>
/// <param name="Market">Null if and only if there are problems: nothing is half loaded.</param>
/// <param name="Problems">All problems found, in the order of the files and their lines.</param>
public sealed record RecordedLoad(RecordedMarket? Market, IReadOnlyList<CorpusProblem> Problems);
