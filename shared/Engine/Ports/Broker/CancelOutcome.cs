namespace ExitDesk.Engine.Ports.Broker;

/// <summary>What became of a cancel. Even a confirmed request is only a request: the order may still fill.</summary>
public enum CancelOutcome
{
    /// <summary>The broker took the request.</summary>
    Requested,

    /// <summary>The broker refused: the order is final already, or not known.</summary>
    NotCancelable,

    /// <summary>No answer that tells. Look at the order.</summary>
    Unknown,
}
