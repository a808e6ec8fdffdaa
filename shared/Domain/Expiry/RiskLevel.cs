namespace ExitDesk.Domain.Expiry;

/// <summary>How likely exercise looks, in words for the owner.</summary>
public enum RiskLevel
{
    /// <summary>Moneyness is unknown and T-2 has not come.</summary>
    Unknown,

    Low,
    Medium,
    High,
}
