using System.Text.Json.Serialization;

namespace Alpaca.Markets;

/// <summary>How far an account has come. A status without a name here fails the read, as with the official package.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<AccountStatus>))]
public enum AccountStatus
{
    [JsonStringEnumMemberName("ONBOARDING")]
    Onboarding,

    [JsonStringEnumMemberName("SUBMISSION_FAILED")]
    SubmissionFailed,

    [JsonStringEnumMemberName("SUBMITTED")]
    Submitted,

    [JsonStringEnumMemberName("ACCOUNT_UPDATED")]
    AccountUpdated,

    [JsonStringEnumMemberName("APPROVAL_PENDING")]
    ApprovalPending,

    [JsonStringEnumMemberName("ACTIVE")]
    Active,

    [JsonStringEnumMemberName("REJECTED")]
    Rejected,

    [JsonStringEnumMemberName("DISABLED")]
    Disabled,

    [JsonStringEnumMemberName("DISABLE_PENDING")]
    DisablePending,

    [JsonStringEnumMemberName("APPROVED")]
    Approved,

    [JsonStringEnumMemberName("INACTIVE")]
    Inactive,

    [JsonStringEnumMemberName("EDITED")]
    Edited,

    [JsonStringEnumMemberName("ACTION_REQUIRED")]
    ActionRequired,

    [JsonStringEnumMemberName("ACCOUNT_CLOSED")]
    AccountClosed,

    [JsonStringEnumMemberName("PAPER_ONLY")]
    PaperOnly,
}
