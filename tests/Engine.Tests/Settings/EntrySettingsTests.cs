using ExitDesk.Domain.Entries;
using ExitDesk.Engine.Settings;
using ExitDesk.Engine.State;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace ExitDesk.Engine.Tests.Settings;

public sealed class EntrySettingsTests
{
    [Fact]
    public void WhenNothingIsSet_TheCautiousDefaultsHold()
    {
        var settings = Read([], out var problems)!;

        Assert.Empty(problems);
        Assert.Equal(LedgerJson.Write(EntrySettings.Default), LedgerJson.Write(settings));
        Assert.Equal(EntryApproval.Ask, settings.ApprovalOf(EntryAction.BuyCall));
    }

    [Fact]
    public void WhenAllIsSet_AllIsTaken()
    {
        var settings = Read(
            [
                new("ENTRY_ALLOWED_ACTIONS", "SELL_PUT, OPEN_VERTICAL,SELL_PUT"), new("ENTRY_APPROVALS", "SELL_PUT=act, OPEN_VERTICAL=askThenLapse"), new("ENTRY_APPROVAL_MINUTES", "3"),
                new("ENTRY_LAST_TIME", "14:05"), new("ENTRY_LAST_BEFORE_CLOSE_MINUTES", "45"), new("ENTRY_FIRST_AFTER_OPEN_MINUTES", "7"),
                new("ENTRY_MAX_CONTRACTS", "3"), new("ENTRY_MAX_SHARES", "40"), new("ENTRY_MAX_OPEN_POSITIONS", "0"), new("ENTRY_MAX_PER_SYMBOL", "5"),
                new("ENTRY_MAX_PER_STRATEGY", "6"), new("ENTRY_MAX_PER_DAY", "8"), new("ENTRY_MAX_PENDING", "4"), new("ENTRY_MAX_RISK_PER_TRADE", "none"), new("ENTRY_MAX_RISK_PER_DAY", "1500.50"),
                new("ENTRY_MIN_DAYS", "9"), new("ENTRY_MAX_DAYS", "9"), new("ENTRY_MAX_SPREAD", "0.2"), new("ENTRY_MAX_SPREAD_FRACTION", "1"),
                new("ENTRY_MAX_SLIPPAGE", "0"), new("ENTRY_COOLDOWN_LOSSES", "0"), new("ENTRY_COOLDOWN_HOURS", "2"), new("ENTRY_SHORT_STOCK", "yes"),
            ],
            out var problems)!;

        Assert.Empty(problems);
        Assert.Equal([EntryAction.SellPut, EntryAction.OpenVertical], settings.AllowedActions);
        Assert.Equal(
            (EntryApproval.Act, EntryApproval.AskThenLapse, EntryApproval.Ask),
            (settings.ApprovalOf(EntryAction.SellPut), settings.ApprovalOf(EntryAction.OpenVertical), settings.ApprovalOf(EntryAction.BuyCall)));
        Assert.Equal((TimeSpan.FromMinutes(3), new TimeOnly(14, 5), TimeSpan.FromMinutes(45), TimeSpan.FromMinutes(7)), (settings.ApprovalPatience, settings.LastEntry, settings.LastEntryBeforeClose, settings.FirstEntryAfterOpen));
        Assert.Equal((3, 40, 0, 5, 6, 8, 4), (settings.MaximumContracts, settings.MaximumShares, settings.MaximumOpenPositions, settings.MaximumPerSymbol, settings.MaximumPerStrategy, settings.MaximumPerDay, settings.MaximumPending));
        Assert.Equal((null, 1500.50m, 9, 9), (settings.MaximumRiskPerTrade, settings.MaximumRiskPerDay, settings.MinimumDaysToExpiration, settings.MaximumDaysToExpiration));
        Assert.Equal((0.2m, 1m, 0m), (settings.MaximumSpread, settings.MaximumSpreadShareOfMid, settings.MaximumSlippage));
        Assert.Equal((0, TimeSpan.FromHours(2), true), (settings.CooldownLosses, settings.Cooldown, settings.AllowsShortStock));
    }

    [Fact]
    public void WhenNoneIsAllowed_NothingIs() => Assert.Empty(Read([new("ENTRY_ALLOWED_ACTIONS", "none")], out _)!.AllowedActions);

    [Theory]
    [InlineData("ENTRY_ALLOWED_ACTIONS", "BUY_CALLS")]
    [InlineData("ENTRY_ALLOWED_ACTIONS", "buy_call")]
    [InlineData("ENTRY_ALLOWED_ACTIONS", "0")]
    [InlineData("ENTRY_APPROVALS", "act")]
    [InlineData("ENTRY_APPROVALS", "BUY_CALL=yes")]
    [InlineData("ENTRY_APPROVALS", "BUY_CAL=act")]
    [InlineData("ENTRY_APPROVALS", "BUY_CALL=act,BUY_CALL=ask")]
    [InlineData("ENTRY_APPROVAL_MINUTES", "0")]
    [InlineData("ENTRY_APPROVAL_MINUTES", "1441")]
    [InlineData("ENTRY_LAST_TIME", "3:30 pm")]
    [InlineData("ENTRY_LAST_TIME", "24:00")]
    [InlineData("ENTRY_LAST_BEFORE_CLOSE_MINUTES", "0")]
    [InlineData("ENTRY_FIRST_AFTER_OPEN_MINUTES", "0.5")]
    [InlineData("ENTRY_MAX_CONTRACTS", "0")]
    [InlineData("ENTRY_MAX_CONTRACTS", "1.5")]
    [InlineData("ENTRY_MAX_SHARES", "many")]
    [InlineData("ENTRY_MAX_PER_DAY", "-1")]
    [InlineData("ENTRY_MAX_PENDING", "0")]
    [InlineData("ENTRY_MAX_PENDING", "1001")]
    [InlineData("ENTRY_MAX_RISK_PER_TRADE", "0")]
    [InlineData("ENTRY_MAX_RISK_PER_DAY", "1e6")]
    [InlineData("ENTRY_MAX_DAYS", "1")]
    [InlineData("ENTRY_MIN_DAYS", "none")]
    [InlineData("ENTRY_MAX_SPREAD_FRACTION", "1.01")]
    [InlineData("ENTRY_MAX_SLIPPAGE", "-0.01")]
    [InlineData("ENTRY_COOLDOWN_HOURS", "0")]
    [InlineData("ENTRY_SHORT_STOCK", "true")]
    [InlineData("ALPACA_ENTRY_URL", "broker")]
    public void WhenOneIsMalformed_ItIsNamedWithItsValue(string name, string value)
    {
        Assert.Null(Read([new(name, value)], out var problems));
        Assert.StartsWith(name + ": ", Assert.Single(problems), StringComparison.Ordinal);
    }

    private static EntrySettings? Read(KeyValuePair<string, string?>[] changes, out IReadOnlyList<string> problems)
    {
        var values = new Dictionary<string, string?>
        {
            ["EXITDESK_ACCOUNT"] = "paper-main",
            ["SYNC_SCHEDULE"] = "0 * * * * *",
            ["EVALUATE_SCHEDULE"] = "*/15 * * * * *",
            ["SETTLE_SCHEDULE"] = "30 * * * * *",
            ["ALPACA_KEY_ID"] = "PK1",
            ["ALPACA_SECRET_KEY"] = "s",
            ["LedgerConnection"] = "UseDevelopmentStorage=true",
            ["ServiceBusConnection"] = "Endpoint=sb://x/;SharedAccessKeyName=n;SharedAccessKey=s",
            ["TELEGRAM_BOT_TOKEN"] = "1234567:AbC-dEf",
            ["TELEGRAM_CHAT_ID"] = "1",
            ["TELEGRAM_WEBHOOK_SECRET"] = "hook",
            ["TELEGRAM_ALLOWED_USERS"] = "1",
        };
        foreach (var (name, value) in changes)
        {
            values[name] = value;
        }

        return DeskSettingsSource.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), out problems)?.Entries;
    }
}
