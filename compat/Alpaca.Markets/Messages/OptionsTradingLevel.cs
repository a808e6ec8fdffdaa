namespace Alpaca.Markets;

/// <summary>Which option strategies an account may trade. The API knows higher levels than have names here.</summary>
public enum OptionsTradingLevel
{
    Disabled = 0,
    CoveredCallCashSecuredPut = 1,
    LongCallPut = 2,
}
