using ExitDesk.Domain.Contracts;
using ExitDesk.Domain.Positions;
using ExitDesk.Domain.Structures;
using FsCheck;
using FsCheck.Fluent;
using Xunit;
using static ExitDesk.Domain.Tests.Structures.Legs;

namespace ExitDesk.Domain.Tests.Structures;

public sealed class MatchingPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    // Few strikes and two expirations, so that legs meet; a second account of the same symbols is what the ledger knew before.
    private static readonly Gen<BrokerPosition> Holding =
        from root in Gen.Elements("SPY", "SPY1", "QQQ")
        from right in Gen.Elements(OptionRight.Call, OptionRight.Put)
        from strike in Gen.Choose(18, 22)
        from days in Gen.Elements(Near, Far)
        from quantity in Gen.Choose(1, 6)
        from isLong in Gen.Elements(true, false)
        from stock in Gen.Choose(0, 11)
        select stock == 0 && root != "SPY1"
            ? root.Held((isLong ? 87 : -87) * quantity, 100m)
            : Option(right, strike * 5, days, root).Held(isLong ? quantity : -quantity, quantity / 2m);

    private static readonly Gen<BrokerPosition[]> Account =
        from holdings in Holding.ArrayOf() select holdings.DistinctBy(one => one.Symbol).ToArray();

    private static readonly Gen<Book> Books =
        from before in Account
        from now in Account
        from kept in Gen.Choose(0, 3).ArrayOf()
        from dice in Gen.Choose(0, 2)
        select Book.Of(before, kept, now, dice);

    [Fact]
    public void WhateverIsHeld_StructuresAddUpToIt() => Check(book =>
    {
        var units = book.Match().Held
            .SelectMany(one => one.Legs.Select(leg => (leg.Symbol, Quantity: leg.Ratio * one.Units)))
            .GroupBy(leg => leg.Symbol)
            .ToDictionary(legs => legs.Key, legs => (Sum: legs.Sum(leg => leg.Quantity), Gross: legs.Sum(leg => Math.Abs(leg.Quantity))));
        return units.Count == book.Holdings.Length
            && book.Holdings.All(one => units[one.Symbol] == (one.Quantity, Math.Abs(one.Quantity)));
    });

    [Fact]
    public void WhateverTheOrder_TheResultIsTheSame() => Check(book =>
    {
        var turned = book with { Holdings = [.. book.Holdings.Reverse()], Known = [.. book.Known.Reverse()] };
        var mixed = book with { Holdings = [.. book.Holdings.OrderBy(one => string.Concat(one.Symbol.Reverse()))] };
        return Same(book.Match(), turned.Match()) && Same(book.Match(), mixed.Match());
    });

    [Fact]
    public void WhateverWasMatched_MatchingItAgainChangesNothing() => Check(book =>
    {
        var known = book.Match().Remembered();
        var again = (book with { Known = [.. known] }).Match();
        return again.New.Count + again.Orphaned.Count + again.Gone.Count == 0
            && again.Kept.All(kept => kept.Absorbed == 0 && kept.Structure.Equals(kept.Known.Structure))
            && again.Kept.Count == known.Count;
    });

    [Fact]
    public void WhateverIsAddedElsewhere_IdsStay() => Check(book =>
    {
        var more = book with { Holdings = [.. book.Holdings, Put(50, root: "IWM").Held(-2), Put(45, root: "IWM").Held(1), "IWM".Held(7)] };
        var (before, after) = (book.Match(), more.Match());
        return Same(before, after with { New = [.. after.New.Where(one => one.Underlying != "IWM")] });
    });

    [Fact]
    public void WhateverIsHeld_EachNewStructureIsOfItsKind() => Check(book => book.Match().New.All(one =>
        one.Units > 0 && one.Legs.SequenceEqual(one.Legs.Order(LegOrder.Instance)) && StructureKinds.Of(one.Legs) == one.Kind));

    [Fact]
    public void WhateverIsHeld_NoShortIsLeftBesideALongOneThatCoversIt() => Check(book =>
    {
        var singles = StructureMatcher.Match(book.Holdings, [], book.Multipliers).New.Where(one => one.Legs.Count == 1).ToList();
        var options = singles.Select(one => one.Legs[0]).Where(leg => leg.Contract is not null).ToList();
        return !options.Exists(sold => !sold.IsLong && options.Exists(bought => bought.IsLong
            && bought.Contract!.Root == sold.Contract!.Root
            && bought.Contract.Right == sold.Contract.Right
            && bought.Contract.Expiration >= sold.Contract.Expiration));
    });

    [Fact]
    public void WhateverIsKnown_ItIsInOneListAndNoMoreAbsorbedThanLost() => Check(book =>
    {
        var result = book.Match();
        var ids = result.Kept.Select(one => one.Known).Concat(result.Gone.Select(one => one.Known)).Concat(result.Orphaned.Select(one => one.Known));
        return ids.Select(one => one.PositionId).Order().SequenceEqual(book.Known.Select(one => one.PositionId).Order())
            && result.Gone.All(one => one.Absorbed >= 0 && one.Absorbed <= one.Known.Structure.Units)
            && result.Kept.All(one => one.Absorbed >= 0 && one.Absorbed <= Math.Max(0, one.Known.Structure.Units - one.Structure.Units));
    });

    private static void Check(Func<Book, bool> holds) => Prop.ForAll(Books.ToArbitrary(), holds).Check(Often);

    private static bool Same(MatchResult one, MatchResult other) =>
        one.Kept.SequenceEqual(other.Kept)
        && one.New.SequenceEqual(other.New)
        && one.Gone.SequenceEqual(other.Gone)
        && one.Orphaned.Select(Words).SequenceEqual(other.Orphaned.Select(Words));

    private static string Words(OrphanedStructure orphan) =>
        $"{orphan.Known.PositionId}: {orphan.Complete?.Units} and {orphan.Rest.Words()}, lost {string.Join(", ", orphan.Lost)}";

    /// <summary>What is held now, and what was known: structures of an earlier account, some of them entries made here.</summary>
    private sealed record Book(BrokerPosition[] Holdings, KnownStructure[] Known)
    {
        public IReadOnlyDictionary<string, int> Multipliers => Holdings
            .Where(one => one.AssetClass == "us_option").ToDictionary(one => one.Symbol, one => one.Symbol.StartsWith("SPY1", StringComparison.Ordinal) ? 150 : 100);

        /// <summary>Either the two accounts have nothing to do with each other, or the later is the earlier with other quantities.</summary>
        public static Book Of(BrokerPosition[] before, int[] changes, BrokerPosition[] now, int dice)
        {
            var first = new Book(before, []);
            var known = first.Match().New.Select((one, i) => new KnownStructure($"p{i}", one, (i + dice) % 3 == 0, (i + dice) % 3 == 0 && i % 2 == 0));
            var changed = before.Select((one, i) => i < changes.Length ? one with { Quantity = one.Quantity + (Math.Sign(one.Quantity) * (changes[i] - 2)) } : one);
            BrokerPosition[] next = dice == 0 ? now : [.. changed.Concat(now.Take(2)).Where(one => one.Quantity != 0).DistinctBy(one => one.Symbol)];
            return new Book(next, [.. known]);
        }

        public MatchResult Match() => StructureMatcher.Match(Holdings, Known, Multipliers);
    }
}
