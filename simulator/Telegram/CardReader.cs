namespace ExitDesk.Simulator.Telegram;

/// <summary>What the buttons of a card would do, told from their words as a person tells it: the simulator knows no card of the desk's.</summary>
internal static class CardReader
{
    /// <summary>First words that do what a card proposes, the surest first: an exit before an entry.</summary>
    private static readonly string[] Acting =
        ["Approve", "Close", "Accept", "Confirm", "Yes", "Agree", "Open", "Enter", "Buy", "Sell", "Place", "Send", "Submit", "Take", "Go", "OK"];

    private static readonly string[] Declining =
        ["Reject", "Decline", "Refuse", "No", "Not", "Cancel", "Keep", "Hold", "Skip", "Pass", "Ignore", "Dismiss", "Leave"];

    /// <returns>Null: nothing here acts.</returns>
    public static ChatButton? WhatActs(IReadOnlyList<ChatButton> buttons) => First(buttons, Acting);

    /// <returns>Null: nothing here declines.</returns>
    public static ChatButton? WhatDeclines(IReadOnlyList<ChatButton> buttons) => First(buttons, Declining);

    private static ChatButton? First(IReadOnlyList<ChatButton> buttons, string[] words) => words
        .Select(word => buttons.FirstOrDefault(button => button.Data is not null && Says(button.Text, word)))
        .FirstOrDefault(button => button is not null);

    // The first word of the text; what stands before it may be a picture.
    private static bool Says(string text, string word) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(part => part.Any(char.IsLetter)) is { } first
        && first.Trim('.', ',', '!', ':').Equals(word, StringComparison.OrdinalIgnoreCase);
}
