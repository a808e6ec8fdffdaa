metadata name = 'Alerts'
metadata description = 'What the desk cannot tell about itself, told from outside by mail. What it can, it tells in the chat (docs/runbook.md).'

@description('Region.')
param location string

@description('Tags for every resource.')
param tags object

@description('Last part of the resource names.')
param suffix string

@description('Where alerts are mailed.')
@minLength(6)
param mail string

@description('Application Insights component of the desk.')
param insightsId string

@description('Service Bus namespace of the desk.')
param namespaceId string

// A query is an alert when it has a row. Timers run all day, so a missing run is a fault at any hour.
var queries = {
  heartbeat: {
    severity: 0
    title: 'ExitDesk does not run: positions are not watched'
    window: 'PT10M'
    query: '''
      datatable(name: string) ['SyncPositions', 'EvaluateExits', 'SettleCloses']
      | join kind=leftanti (requests | where success == true | distinct name) on name
    '''
  }
  'runs-failing': {
    severity: 1
    title: 'ExitDesk runs, and cannot do its work: broker, ledger or quotes do not answer'
    window: 'PT10M'
    query: '''
      traces
      | extend failures = extract('^(?:Sync|Sweep|Settlement|Entries) failed, ([0-9]+) in a row', 1, message, typeof(int))
      | where failures >= 3
    '''
  }
  'function-failures': {
    severity: 1
    title: 'Functions of ExitDesk end in exceptions'
    window: 'PT15M'
    query: '''
      requests
      | where success == false and name != 'Health'
      | summarize failures = count() by name
      | where failures >= 3
    '''
  }
  'dead-letters': {
    severity: 1
    title: 'A message of ExitDesk could not be handled'
    window: 'PT15M'
    query: '''
      requests
      | where name endswith 'DeadLetters'
    '''
  }
}

// Gauges that must fall back to zero by themselves.
var gauges = {
  'dead-letters-left': {
    severity: 1
    title: 'Dead letters stay in a queue: nobody handles them'
    metric: 'DeadletteredMessages'
    window: 'PT15M'
  }
  'queue-stuck': {
    severity: 0
    title: 'A queue was never empty for 15 minutes: closes are not carried out'
    metric: 'ActiveMessages'
    window: 'PT15M'
  }
}

resource owner 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'ExitDesk'
    enabled: true
    emailReceivers: [
      {
        name: 'owner'
        emailAddress: mail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for entry in items(queries): {
    name: 'alert-${entry.key}-${suffix}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: entry.value.title
      description: entry.value.title
      severity: entry.value.severity
      enabled: true
      scopes: [insightsId]
      evaluationFrequency: 'PT5M'
      windowSize: entry.value.window
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: entry.value.query
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: 0
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: { actionGroups: [owner.id] }
    }
  }
]

resource gaugeAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = [
  for entry in items(gauges): {
    name: 'alert-${entry.key}-${suffix}'
    location: 'global'
    tags: tags
    properties: {
      description: entry.value.title
      severity: entry.value.severity
      enabled: true
      scopes: [namespaceId]
      evaluationFrequency: 'PT5M'
      windowSize: entry.value.window
      autoMitigate: true
      criteria: {
        'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
        allOf: [
          {
            name: entry.key
            criterionType: 'StaticThresholdCriterion'
            metricNamespace: 'Microsoft.ServiceBus/namespaces'
            metricName: entry.value.metric
            timeAggregation: 'Minimum'
            operator: 'GreaterThan'
            threshold: 0
            dimensions: [
              {
                name: 'EntityName'
                operator: 'Include'
                values: ['*']
              }
            ]
          }
        ]
      }
      actions: [{ actionGroupId: owner.id }]
    }
  }
]
