using ExitDesk.Engine.Workflows.Operator;
using ExitDesk.Simulation.Tests.Plans;
using ExitDesk.Simulation.Tests.World;
using Microsoft.Extensions.DependencyInjection;

namespace ExitDesk.Simulation.Tests.Days;

/// <summary>The owner at the chat, and Telegram between.</summary>
internal sealed class OwnerWorld(DayWorld world)
{
    private const int Tries = 5;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(3);

    private long _updates = 1000;

    public void Do(PlannedAct act)
    {
        if (world.Faults.IsOver)
        {
            return;
        }

        var (text, isPress) = act.Act switch
        {
            OwnerAct.Close => ("/close " + Named(act), false),
            OwnerAct.Press => (Button(act), true),
            OwnerAct.Halt => ("/halt", false),
            OwnerAct.Resume => ("/resume", false),
            OwnerAct.Monitor => ("/mode monitor", false),
            OwnerAct.Emergency => ("/emergency", false),
        };
        if (text is not null)
        {
            Write(text, isPress);
        }
    }

    private void Write(string text, bool isPress)
    {
        var id = ++_updates;
        var update = new OperatorUpdate(id, DeskComposition.Owner, "Ada", DeskComposition.Chat, text, isPress ? $"press-{id}" : null)
        {
            SentAt = isPress ? null : world.Loop.Now,
        };
        world.Note(0, "the owner", text);
        var late = world.Faults.Strikes(DayFault.TelegramLate) is { } slow ? TimeSpan.FromSeconds(slow.Choice) : TimeSpan.Zero;
        world.Loop.After(late, () => Bring(update, 1));
        if (world.Faults.Strikes(DayFault.TelegramRepeat) is { } repeat)
        {
            world.Loop.After(late + TimeSpan.FromMilliseconds(repeat.Choice * 10), () => Bring(update, 1));
        }
    }

    // Telegram brings an update again until somebody takes it.
    private void Bring(OperatorUpdate update, int attempt)
    {
        var taken = false;
        if (world.Processes.FirstOrDefault(process => process.IsAlive) is { } process)
        {
            world.Run(process, "webhook", update.Text, async services => taken =
                await services.GetRequiredService<OperatorInbox>().ReceiveAsync(DeskComposition.Secret, update, null, CancellationToken.None).ConfigureAwait(false)
                    != InboxOutcome.TryAgain, _ => { });
        }

        world.Loop.After(Again, () =>
        {
            if (!taken && attempt < Tries)
            {
                Bring(update, attempt + 1);
            }
        });
    }

    private string? Button(PlannedAct act)
    {
        var buttons = world.Chat.Shown.LastOrDefault(card => card.Buttons.Count > 0)?.Buttons.SelectMany(row => row).ToList() ?? [];
        return buttons.Count == 0 ? null : buttons[act.Choice % buttons.Count].Data;
    }

    private string Named(PlannedAct act) => world.Plan.Holdings.Count == 0 ? "" : world.Plan.Holdings[act.Choice % world.Plan.Holdings.Count].Symbol;
}
