using System.Globalization;
using ExitDesk.Simulator.Alpaca;
using ExitDesk.Simulator.Tests.Alpaca;
using Xunit;
using static ExitDesk.Simulator.Tests.Venue.FixedMarket;

namespace ExitDesk.Simulator.Tests.Clients;

/// <summary>The simulated broker, judged by the client that the real one publishes.</summary>
public sealed class AlpacaClientTests
{
    [SkippableFact]
    public async Task WhenItsClientCalls_AnswersAndRefusalsAreTheBrokers()
    {
        var options = new AlpacaOptions { DataPort = 0 };
        await using var bench = await AlpacaBench.StartAsync(options);
        bench.Desk.Hold(Call100, 3);
        bench.Desk.Hold("GOOG", 100, 7m);

        await NodeScript.RunAsync(
            "alpaca.mjs",
            [Base(bench.Endpoint.Address), Base(bench.Endpoint.DataAddress), options.KeyId, options.SecretKey],
            request =>
            {
                bench.Desk.Move(double.Parse(request["move ".Length..], CultureInfo.InvariantCulture));
                return Task.FromResult("");
            });

        Assert.Empty(bench.Desk.Venue.Violations);
    }

    private static string Base(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
