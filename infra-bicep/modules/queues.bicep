metadata name = 'Queues'
metadata description = 'The Service Bus namespace and its queues. Standard, because the desk relies on duplicate detection. Local authentication is off.'

@description('Region.')
param location string

@description('Tags for every resource.')
param tags object

@description('Name of the namespace.')
@minLength(6)
@maxLength(50)
param namespaceName string

@description('Principal of the identity that sends and receives.')
param principalId string

@description('Principal that may send to entry-requests, and to no other queue; empty for none.')
param signalPrincipalId string

// A message is a hint to look at the ledger (docs/adr/0007). What a person asked for is worth less the longer it waits: after a quarter
// of an hour it goes to the dead letters, and the desk asks for it again, rather than trade on it.
var queues = {
  'close-requests': { timeToLive: 'P1D' }
  'entry-requests': { timeToLive: 'PT15M' }
  'operator-actions': { timeToLive: 'PT15M' }
}

var roles = {
  serviceBusDataReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  serviceBusDataSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
}

resource namespace 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: namespaceName
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
    publicNetworkAccess: 'Enabled'
  }
}

// Lock, deliveries and window are those that the tests run against; the host renews a lock for five minutes (host.json).
resource queue 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = [
  for entry in items(queues): {
    parent: namespace
    name: entry.key
    properties: {
      requiresDuplicateDetection: true
      duplicateDetectionHistoryTimeWindow: 'PT10M'
      lockDuration: 'PT1M'
      maxDeliveryCount: 10
      defaultMessageTimeToLive: entry.value.timeToLive
      deadLetteringOnMessageExpiration: true
      maxSizeInMegabytes: 1024
      requiresSession: false
    }
  }
]

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(namespace.id, principalId, role.value)
    scope: namespace
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource entries 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' existing = {
  parent: namespace
  name: 'entry-requests'
}

resource signals 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(signalPrincipalId)) {
  name: guid(namespace.id, 'entry-requests', signalPrincipalId, roles.serviceBusDataSender)
  scope: entries
  properties: {
    principalId: signalPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.serviceBusDataSender)
  }
  dependsOn: [queue]
}

@description('Resource id of the namespace.')
output namespaceId string = namespace.id

@description('Host name of the namespace.')
output host string = replace(replace(namespace.properties.serviceBusEndpoint, 'https://', ''), ':443/', '')
