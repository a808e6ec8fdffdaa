using ExitDesk.Domain.Quotes;
using ExitDesk.Domain.Tests.Samples;
using Xunit;

namespace ExitDesk.Domain.Tests.Quotes;

public sealed class QuoteTests
{
    [Fact]
    public void WhenBothSidesAreThere_MidAndSpreadAreKnown()
    {
        var quote = new Quote(2.99m, 3.40m, SampleSession.Noon);

        Assert.Equal((3.195m, 0.41m), (quote.Mid, quote.Spread));
    }

    [Fact]
    public void WhenASideIsUnknown_MidAndSpreadAreToo()
    {
        Assert.Null(new Quote(null, 3, SampleSession.Noon).Mid);
        Assert.Null(new Quote(3, null, SampleSession.Noon).Mid);
        Assert.Null(new Quote(3, null, SampleSession.Noon).Spread);
    }
}
