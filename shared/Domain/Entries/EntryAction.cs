namespace ExitDesk.Domain.Entries;

/// <summary>What a recommendation wants opened. Each word is an opening: what closes a position is no business of entries.</summary>
public enum EntryAction
{
    BuyCall,
    BuyPut,

    /// <summary>Shares, long.</summary>
    BuyStock,

    /// <summary>Shares, short: its loss has no bound.</summary>
    SellStock,

    /// <summary>A short put, secured by the cash that its strike would cost.</summary>
    SellPut,

    /// <summary>A short call, covered by shares that are held already.</summary>
    SellCall,

    /// <summary>Two options of one right and expiration, one bought and one sold, for a debit or a credit.</summary>
    OpenVertical,
}
