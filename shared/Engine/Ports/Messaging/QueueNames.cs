namespace ExitDesk.Engine.Ports.Messaging;

public static class QueueNames
{
    public const string CloseRequests = "close-requests";
    public const string EntryRequests = "entry-requests";
    public const string OperatorActions = "operator-actions";
}
