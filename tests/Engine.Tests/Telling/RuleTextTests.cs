using ExitDesk.Domain.Exits;
using ExitDesk.Engine.Telling;
using Xunit;

namespace ExitDesk.Engine.Tests.Telling;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData(ExitReason.Emergency, 1.0, 1.0, "the desk is in mode Emergency")]
    [InlineData(ExitReason.ExerciseRisk, 0.012, 0.0, "1.2 % in the money, closes from at the money")]
    [InlineData(ExitReason.ExerciseRisk, -0.004, -0.005, "0.4 % out of the money, closes from 0.5 % out of the money")]
    [InlineData(ExitReason.ExerciseRisk, null, -0.005, "in the money as far as is known: the underlying has no price")]
    [InlineData(ExitReason.StopLoss, -0.251, -0.25, "return -25.1 % ≤ -25.0 %")]
    [InlineData(ExitReason.StopLoss, 2.01, 2.0, "loss 2.01× ≥ 2.00× the credit")]
    [InlineData(ExitReason.TakeProfit, 0.5, 0.5, "gain +50.0 % ≥ +50.0 %")]
    [InlineData(ExitReason.TrailingStop, 0.16, 0.17, "return +16.0 % ≤ +17.0 %, its best less what may be given back")]
    [InlineData(ExitReason.UnderlyingMove, -0.031, -0.03, "underlying moved 3.1 % against the position, limit 3.0 %")]
    [InlineData(ExitReason.UnderlyingMove, 0.052, 0.05, "underlying moved 5.2 % for the position, limit 5.0 %")]
    [InlineData(ExitReason.DayTradeClose, 4.75, 5.0, "4.8 min to the session's last exit, day trades close at 5 min")]
    [InlineData(ExitReason.DayTradeClose, -2.0, 5.0, "2 min past the session's last exit, day trades close at 5 min before it")]
    [InlineData(ExitReason.ExpirationRisk, 1.0, 1.0, "1 trading day to expiration ≤ 1")]
    [InlineData(ExitReason.ExpirationRisk, 0.0, 1.0, "0 trading days to expiration ≤ 1")]
    [InlineData(ExitReason.DaysToExpiration, 21.0, 21.0, "21 days to expiration ≤ 21")]
    [InlineData(ExitReason.AssignmentRisk, 0.04, 0.05, "extrinsic value $0.04 of a short leg in the money, at risk from $0.05 down")]
    [InlineData(ExitReason.AssignmentRisk, -0.01, 0.05, "extrinsic value -$0.01 of a short leg in the money, at risk from $0.05 down")]
    [InlineData(ExitReason.MaxHold, 30.0, 30.0, "held 30 ≥ 30, in the plan's unit (calendar days or trading minutes)")]
    [InlineData(ExitReason.OwnerRequest, null, null, "you asked for it")]
    public void WhenARuleFired_ValueAndThresholdAreToldInItsUnit(ExitReason reason, double? value, double? threshold, string said) =>
        Assert.Equal(said, RuleText.Fired(reason, (decimal?)value, (decimal?)threshold));
}
