namespace ExitDesk.Engine.Ports.Ledger;

/// <summary>What this process has asked of the storage since it started, in transactions as they are billed.</summary>
public interface ILedgerTraffic
{
    /// <summary>Rows found or looked for, and pages of lists.</summary>
    long Reads { get; }

    /// <summary>Commits and appends, whatever their outcome: up to 100 rows are one write.</summary>
    long Writes { get; }
}
