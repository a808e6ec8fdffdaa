using ExitDesk.Domain.Exits;

namespace ExitDesk.Domain.Plans;

/// <summary>Makes the fields of one rule.</summary>
internal sealed class RuleFields<TRule>(string rule, Func<ExitPlan, TRule> of, Func<ExitPlan, TRule, ExitPlan> with)
    where TRule : RulePlan
{
    private static readonly PlanShape _patience = new DurationShape(TimeSpan.FromSeconds(1), TimeSpan.FromHours(24));

    public PlanField<ExitPlan> Enabled => Of(
        "enabled", new FlagShape(), "False switches the rule off: it neither fires nor stays undecided.", plan => plan.Enabled, (plan, value) => (TRule)((RulePlan)plan with { Enabled = value }));

    public PlanField<ExitPlan> Approval => Of(
        "approval", ChoiceShape.Of<Approval>(), "act closes at once and reports; ask waits for the owner; askThenAct asks, and acts after its patience.", plan => plan.Approval, (plan, value) => (TRule)((RulePlan)plan with { Approval = value }));

    public PlanField<ExitPlan> Patience => Of(
        "patience", _patience, "For askThenAct: how long it waits for an answer before it acts, never past the deadline less 10 minutes.", plan => plan.Patience, (plan, value) => (TRule)((RulePlan)plan with { Patience = value }));

    public PlanField<ExitPlan> Urgency => Of(
        "urgency", ChoiceShape.Of<Urgency>(), "How hard its close is pressed, from patient to immediate.", plan => plan.Urgency, (plan, value) => (TRule)((RulePlan)plan with { Urgency = value }));

    public PlanField<ExitPlan> Of<T>(string name, PlanShape shape, string description, Func<TRule, T> read, Func<TRule, T, TRule> write) => new(
        $"{rule}.{name}", shape, description, plan => read(of(plan)), (plan, value) => with(plan, write(of(plan), (T)value!)));

    /// <summary>A fraction above 0.</summary>
    public PlanField<ExitPlan> Fraction(string name, decimal maximum, string description, Func<TRule, decimal> read, Func<TRule, decimal, TRule> write) =>
        Of(name, new NumberShape(0, maximum) { IsAboveMinimum = true, IsFraction = true }, description, read, write);
}
