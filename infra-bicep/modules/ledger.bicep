metadata name = 'Ledger'
metadata description = 'The storage account: the table that is the desk\'s only truth, and the blobs in which the Functions host keeps its timer leases and function keys. Shared keys are off.'

@description('Region.')
param location string

@description('Tags for every resource.')
param tags object

@description('Name of the storage account, 3 to 24 lower case letters and digits.')
@minLength(3)
@maxLength(24)
param accountName string

@description('Redundancy.')
param sku string

@description('Whether the account refuses to be deleted until its lock is taken off.')
param isLocked bool

@description('Principal of the identity that reads and writes.')
param principalId string

// What the host and the ledger need and no more: no queue, no file share, no account management.
var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
}

resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: accountName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: sku }
  properties: {
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    accessTier: 'Hot'
  }
}

resource tables 'Microsoft.Storage/storageAccounts/tableServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource table 'Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01' = {
  parent: tables
  name: 'exitdesk'
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in items(roles): {
    name: guid(account.id, principalId, role.value)
    scope: account
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role.value)
    }
  }
]

resource lock 'Microsoft.Authorization/locks@2020-05-01' = if (isLocked) {
  name: 'ledger'
  scope: account
  properties: {
    level: 'CanNotDelete'
    notes: 'The ledger of a live desk: positions, closings and the audit. It cannot be restored.'
  }
}

@description('Name of the storage account.')
output accountName string = account.name

@description('Address of its tables.')
output tableEndpoint string = account.properties.primaryEndpoints.table
