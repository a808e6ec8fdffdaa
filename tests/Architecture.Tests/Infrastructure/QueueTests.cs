using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml;
using ExitDesk.Architecture.Tests.Repository;
using ExitDesk.Engine.Ports.Messaging;
using ExitDesk.Simulator.Queue;
using Xunit;

namespace ExitDesk.Architecture.Tests.Infrastructure;

/// <summary>The queues of Azure are those that the code uses, with the rules that the code is tested against.</summary>
public sealed partial class QueueTests
{
    private static readonly BicepFile Queues = BicepFile.Templates.Single(file => file.Path.EndsWith("/queues.bicep", StringComparison.Ordinal));

    private static IEnumerable<string> Named => Name().Matches(Queues.Text).Select(match => match.Groups["name"].Value);

    private static IEnumerable<string> Used => typeof(QueueNames).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetValue(null)!);

    [Fact]
    public void WhenCodeUsesAQueue_TheTemplateMakesIt() => Violations.None(Used.Except(Named), "Add the queue to infra-bicep/modules/queues.bicep.");

    [Fact]
    public void WhenTemplateMakesAQueue_TheCodeUsesIt() => Violations.None(Named.Except(Used), "Nobody reads the queue: remove it from infra-bicep/modules/queues.bicep.");

    [Fact]
    public void WhenTestsRunAgainstQueueRules_TheTemplateHasTheSame()
    {
        var rules = new QueueRules();

        Assert.Equal(["true"], Queues.ValuesOf("requiresDuplicateDetection"));
        Assert.Equal(rules.DuplicateWindow, Span("duplicateDetectionHistoryTimeWindow"));
        Assert.Equal(rules.LockDuration, Span("lockDuration"));
        Assert.Equal([rules.MaxDeliveryCount.ToString(CultureInfo.InvariantCulture)], Queues.ValuesOf("maxDeliveryCount"));
    }

    [Fact]
    public void WhenMessageOutlivesItself_ItIsADeadLetterAndNotLost() => Assert.Equal(["true"], Queues.ValuesOf("deadLetteringOnMessageExpiration"));

    [Fact]
    public void WhenQueueNeedsDuplicateDetection_TheNamespaceIsStandard() => Assert.Equal(["'Standard'"], Queues.ValuesOf("tier"));

    [Fact]
    public void WhenHostRenewsLocks_ItDoesSoLongerThanOneLock()
    {
        var renewal = Regex.Match(RepositoryFolder.Read("host.json"), @"""maxAutoLockRenewalDuration"": ""(?<span>[\d:]+)""").Groups["span"].Value;

        Assert.True(TimeSpan.Parse(renewal, CultureInfo.InvariantCulture) > Span("lockDuration"), "The host must renew a lock for longer than it lasts.");
    }

    private static TimeSpan Span(string property) => XmlConvert.ToTimeSpan(Assert.Single(Queues.ValuesOf(property)).Trim('\''));

    [GeneratedRegex(@"^  '(?<name>[a-z-]+)': \{ timeToLive:", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Name();
}
