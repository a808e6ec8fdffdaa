metadata name = 'Secrets'
metadata description = 'The vault. The template makes it empty: the four secrets are set by hand, so none is ever in a parameter, a file or a deployment\'s history.'

@description('Region.')
param location string

@description('Tags for every resource.')
param tags object

@description('Name of the vault.')
@minLength(3)
@maxLength(24)
param vaultName string

@description('Days for which deleted secrets, or the deleted vault, can be recovered.')
@minValue(7)
@maxValue(90)
param retentionDays int

@description('Principal of the identity that reads secrets.')
param principalId string

@description('Workspace that keeps the record of who read which secret.')
param workspaceId string

// Key Vault Secrets User: reads secrets, changes nothing.
var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: vaultName
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: {
      family: 'A'
      name: 'standard'
    }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: retentionDays
    enablePurgeProtection: true
    publicNetworkAccess: 'Enabled'
  }
}

resource read 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, principalId, secretsUser)
  scope: vault
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource audit 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'audit'
  scope: vault
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'audit'
        enabled: true
      }
    ]
  }
}

@description('Name of the vault.')
output vaultName string = vault.name

@description('Address of the vault, with a slash at its end.')
output vaultUri string = vault.properties.vaultUri
