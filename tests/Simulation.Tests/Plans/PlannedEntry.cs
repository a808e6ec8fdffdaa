using ExitDesk.Domain.Entries;

namespace ExitDesk.Simulation.Tests.Plans;

/// <summary>A recommendation that somebody puts on the desk's queue.</summary>
/// <param name="Id">Of the recommendation.</param>
/// <param name="Action">What it wants opened.</param>
/// <param name="Symbols">Contracts, or the stock, that it names.</param>
/// <param name="Quantity">Contracts, shares or units.</param>
/// <param name="At">When it is sent.</param>
/// <param name="Json">As it is sent.</param>
/// <param name="Copies">How often it is delivered, from 1.</param>
internal sealed record PlannedEntry(string Id, EntryAction Action, IReadOnlyList<string> Symbols, int Quantity, DateTimeOffset At, string Json, int Copies);
