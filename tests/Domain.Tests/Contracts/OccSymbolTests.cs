using ExitDesk.Domain.Contracts;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace ExitDesk.Domain.Tests.Contracts;

public sealed class OccSymbolTests
{
    private static readonly Gen<OptionContract> Contracts =
        from length in Gen.Choose(1, 6)
        from letters in Gen.Choose('A', 'Z').ListOf(length)
        from adjustment in Gen.Choose(0, 19)
        from day in Gen.Choose(0, 36_524)
        from right in Gen.Elements(OptionRight.Call, OptionRight.Put)
        from thousandths in Gen.Choose(1, 99_999_999)
        let root = string.Concat(letters.Select(letter => (char)letter))
        select new OptionContract(
            adjustment < 10 && length > 1 ? root[..^1] + adjustment : root,
            new DateOnly(2000, 1, 1).AddDays(day),
            right,
            thousandths / 1000m);

    [Fact]
    public void WhenAContractIsWrittenAndRead_ItIsTheSame() =>
        Prop.ForAll(Contracts.ToArbitrary(), contract =>
            OccSymbol.TryParse(contract.Symbol, out var read, out var error) && read == contract && error is null
                && read.Symbol == contract.Symbol).QuickCheckThrowOnFailure();

    [Fact]
    public void WhenOneCharacterOfASymbolIsSpoiled_TheComplaintNamesASensiblePlace() =>
        Prop.ForAll(
            (from contract in Contracts from place in Gen.Choose(0, contract.Symbol.Length - 1) select (contract.Symbol, place)).ToArbitrary(),
            sample =>
            {
                var spoiled = sample.Symbol[..sample.place] + '?' + sample.Symbol[(sample.place + 1)..];
                return !OccSymbol.TryParse(spoiled, out _, out var error)
                    && error.Contains($"character {sample.place + 1}:", StringComparison.Ordinal);
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("SPY", "has 3 characters")]
    [InlineData("151224C00750000", "has 15 characters")]
    [InlineData("GOOGLES151224C00750000", "has 22 characters")]
    [InlineData("GOOG  151224C00750000", "character 5:")]
    [InlineData("goog151224C00750000", "character 1:")]
    [InlineData("GOoG151224C00750000", "character 3:")]
    [InlineData("G1OG151224C00750000", "character 2:")]
    [InlineData("7151224C00750000", "character 1:")]
    [InlineData("BRK.B151224C00750000", "character 4:")]
    [InlineData("GOOG15122AC00750000", "character 10:")]
    [InlineData("GOOG151224X00750000", "character 11:")]
    [InlineData("GOOG151224c00750000", "character 11:")]
    [InlineData("GOOG151224C0075000O", "character 19:")]
    [InlineData("GOOG151224C00750.00", "character 17:")]
    [InlineData("GOOG151224C0075000٣", "character 19:")]
    [InlineData("GOOG151324C00750000", "character 5:")]
    [InlineData("GOOG150229C00750000", "character 5:")]
    [InlineData("GOOG150001C00750000", "character 5:")]
    [InlineData("GOOG151224C00000000", "character 12:")]
    public void WhenASymbolIsMalformed_TheComplaintNamesThePlace(string? text, string complaint)
    {
        Assert.False(OccSymbol.TryParse(text, out var contract, out var error));
        Assert.Null(contract);
        Assert.Contains(complaint, error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GOOG151224C00750000", "GOOG", OptionRight.Call, "2015-12-24", 750)]
    [InlineData("F160115P00012500", "F", OptionRight.Put, "2016-01-15", 12.5)]
    [InlineData("AAPL7140719C00092860", "AAPL7", OptionRight.Call, "2014-07-19", 92.86)]
    [InlineData("SPY990115C00000001", "SPY", OptionRight.Call, "2099-01-15", 0.001)]
    [InlineData("SPY520229C99999999", "SPY", OptionRight.Call, "2052-02-29", 99999.999)]
    public void WhenASymbolIsWellFormed_EachPartIsRead(string text, string root, OptionRight right, string expiration, decimal strike)
    {
        Assert.True(OccSymbol.TryParse(text, out var contract, out _));
        Assert.Equal(new OptionContract(root, DateOnly.Parse(expiration), right, strike), contract);
    }

    [Theory]
    [InlineData("GOOG1151224C00750000", "GOOG", true)]
    [InlineData("GOOG151224C00750000", "GOOG", false)]
    public void WhenARootEndsInADigit_TheUnderlyingIsTheRootWithoutIt(string text, string underlying, bool adjusted)
    {
        Assert.True(OccSymbol.TryParse(text, out var contract, out _));
        Assert.Equal((underlying, adjusted), (contract.Underlying, contract.IsAdjusted));
    }

    [Theory]
    [InlineData("GOOG", false)]
    [InlineData("BTC/USD", false)]
    [InlineData(null, false)]
    [InlineData("GOOG151224C0075000", true)]
    public void WhenATextIsAsLongAsAnOptionSymbol_ItIsTakenForOne(string? text, bool expected) =>
        Assert.Equal(expected, OccSymbol.LooksLikeOption(text));
}
