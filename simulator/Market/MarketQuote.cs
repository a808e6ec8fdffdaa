namespace ExitDesk.Simulator.Market;

/// <summary>A best bid and offer.</summary>
/// <param name="Bid">USD per share; zero: nobody bids; null: the bid was not quoted so far that day.</param>
/// <param name="BidSize">Contracts for options, shares for stocks; 0 where the bid is null or zero.</param>
/// <param name="Ask">USD per share; null: the ask was not quoted so far that day.</param>
/// <param name="AskSize">Contracts for options, shares for stocks; 0 where the ask is null.</param>
/// <param name="At">The quote's time, UTC. On recorded days the asking instant: a recorded bar does not keep it.</param>
public sealed record MarketQuote(decimal? Bid, int BidSize, decimal? Ask, int AskSize, DateTimeOffset At);
