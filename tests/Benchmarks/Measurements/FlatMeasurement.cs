using ExitDesk.Benchmarks.Flat;

namespace ExitDesk.Benchmarks.Measurements;

/// <summary>How long, in market time, 500 stopped positions take to be closed under 200 calls a minute.</summary>
internal static class FlatMeasurement
{
    private const int Positions = 500;
    private const int CallsPerMinute = 200;

    public static async Task RunAsync()
    {
        Console.WriteLine($"{Positions} stops at once under {CallsPerMinute} calls a minute. {Machine.Describe()}, {Machine.Load()} at the start");
        await using var desk = await FlatDesk.StartAsync(Positions);
        desk.Market.MoveFirst(Positions, 1.00m, desk.Now);
        var accepted = new List<(DateTimeOffset At, decimal Notional)>();
        desk.Venue.OrderAccepted += order => accepted.Add((desk.Now, order.Order.Quantity));
        var before = desk.Calls.ByEndpoint;
        await desk.RunUntilFlatAsync(TimeSpan.FromMinutes(30));
        var made = desk.Calls.ByEndpoint
            .ToDictionary(call => call.Key, call => call.Value - before.GetValueOrDefault(call.Key))
            .Where(call => call.Value > 0);
        var (first, last) = (accepted.Min(order => order.At), accepted.Max(order => order.At));
        Console.WriteLine($"held still: {desk.Venue.Positions().Count}; messages: {desk.Messages}");
        Console.WriteLine($"first order {first:HH:mm:ss}, last {last:HH:mm:ss} UTC: {(last - first).TotalSeconds:0} s");
        foreach (var (endpoint, count) in made)
        {
            Console.WriteLine($"  {count,5}  {endpoint}");
        }

        foreach (var (minute, count) in desk.Calls.TradingByMinute)
        {
            var orders = accepted.Where(order => order.At >= minute && order.At < minute.AddMinutes(1)).ToList();
            Console.WriteLine($"  {minute:HH:mm}  {count,4} trading calls, {orders.Count,4} orders, contracts an order {(orders.Count == 0 ? 0 : orders.Average(order => order.Notional)):0.0}");
        }
    }
}
