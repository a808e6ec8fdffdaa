using ExitDesk.Domain.Structures;

namespace ExitDesk.Domain.Tests.Samples;

/// <summary>Structures of two to four legs around 100, expiring after <see cref="SampleSession"/>.</summary>
internal static class SampleStructures
{
    public const string LowPut = "XYZ261218P00090000";
    public const string HighPut = "XYZ261218P00095000";
    public const string LowCall = "XYZ261218C00105000";
    public const string HighCall = "XYZ261218C00110000";

    /// <summary>Short the 95 put, long the 90 put, for a credit of 1.20.</summary>
    public static Structure PutCredit(decimal units = 2) => new(
        StructureKind.VerticalCredit, [new PositionLeg(LowPut, 1, 0.80m, 100), new PositionLeg(HighPut, -1, 2.00m, 100)], units);

    /// <summary>Long the 105 call, short the 110 call, for a debit of 1.20.</summary>
    public static Structure CallDebit(decimal units = 2) => new(
        StructureKind.VerticalDebit, [new PositionLeg(LowCall, 1, 2.00m, 100), new PositionLeg(HighCall, -1, 0.80m, 100)], units);

    /// <summary>Short the 95 put and the 105 call, long the wings, for a credit of 2.40.</summary>
    public static Structure Condor(decimal units = 2) => new(
        StructureKind.IronCondor,
        [
            new PositionLeg(LowPut, 1, 0.80m, 100), new PositionLeg(HighPut, -1, 2.00m, 100),
            new PositionLeg(LowCall, -1, 2.00m, 100), new PositionLeg(HighCall, 1, 0.80m, 100),
        ],
        units);

    /// <summary>Short the 95 put and the 105 call.</summary>
    public static Structure ShortStrangle(decimal units = 2) => new(
        StructureKind.Strangle, [new PositionLeg(HighPut, -1, 2.00m, 100), new PositionLeg(LowCall, -1, 2.00m, 100)], units);

    /// <summary>Long the 95 put and the 105 call.</summary>
    public static Structure LongStrangle(decimal units = 2) => new(
        StructureKind.Strangle, [new PositionLeg(HighPut, 1, 2.00m, 100), new PositionLeg(LowCall, 1, 2.00m, 100)], units);
}
