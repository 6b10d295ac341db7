// The Azure Functions host of Workflows: one resource group with the app, its storage, its durable state, its secrets, its network and its alerts.
// No account has a key in any setting: the app's identity has the roles that it needs.
targetScope = 'subscription'

@description('Name of the environment, such as dev or prod; it is part of every name.')
@minLength(2)
@maxLength(12)
param environmentName string

@description('Region of all resources.')
param location string

@description('Where the durable state is kept: the Durable Task Scheduler (recommended) or the storage account. The app must be built with the same DurableStorage.')
@allowed(['AzureManaged', 'AzureStorage'])
param durableStorage string = 'AzureManaged'

@description('Plan of the scheduler: pay for each action, or for reserved units.')
@allowed(['Consumption', 'Dedicated'])
param schedulerSku string = 'Consumption'

@description('Most instances of the app at once.')
@minValue(1)
@maxValue(1000)
param maximumInstanceCount int = 10

@description('Instances that are always there for timers and durable work, so that nothing waits for a cold start.')
@minValue(0)
param alwaysReadyInstances int = 1

@description('Memory of an instance, in MB.')
@allowed([2048, 4096])
param instanceMemoryMB int = 4096

@description('Settings of the models: Models__Pools__<name>__Endpoint and its companions. The app does not start without an endpoint.')
param modelSettings object

@description('Ids of the consultations\' clients; the secret of each lies in the key vault as consultations-<id>, and is put there before the app is deployed.')
param consultationClients array = []

@description('Resource id of the virtual network in which the model servers are reached; empty: a network of its own is made.')
param modelNetworkId string = ''

@description('Resource id of an Azure OpenAI account whose models are asked with Models__Pools__<name>__Credential=ManagedIdentity; empty: none.')
param openAiAccountId string = ''

@description('Address range of the network.')
param addressPrefix string = '10.42.0.0/16'

@description('Who gets the alerts by mail; empty: nobody.')
param alertEmail string = ''

@description('Tags of all resources.')
param tags object = {}

var allTags = union(tags, { 'azd-env-name': environmentName, app: 'workflows' })
var token = toLower(uniqueString(subscription().id, environmentName, location))

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-workflows-${environmentName}'
  location: location
  tags: allTags
}

module resources 'resources.bicep' = {
  scope: group
  name: 'workflows-${environmentName}'
  params: {
    token: token
    environmentName: environmentName
    location: location
    tags: allTags
    durableStorage: durableStorage
    schedulerSku: schedulerSku
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    instanceMemoryMB: instanceMemoryMB
    modelSettings: modelSettings
    consultationClients: consultationClients
    modelNetworkId: modelNetworkId
    openAiAccountId: openAiAccountId
    addressPrefix: addressPrefix
    alertEmail: alertEmail
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output FUNCTION_APP_NAME string = resources.outputs.functionAppName
output FUNCTION_APP_URL string = resources.outputs.functionAppUrl
output KEY_VAULT_NAME string = resources.outputs.keyVaultName
