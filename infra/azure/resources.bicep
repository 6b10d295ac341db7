// What lies in the resource group.
param token string
param environmentName string
param location string
param tags object
param durableStorage string
param schedulerSku string
param maximumInstanceCount int
param alwaysReadyInstances int
param instanceMemoryMB int
param modelSettings object
param consultationClients array
param modelNetworkId string
param openAiAccountId string
param addressPrefix string
param alertEmail string

var usesScheduler = durableStorage == 'AzureManaged'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'id-workflows-${token}'
  location: location
  tags: tags
}

module network 'modules/network.bicep' = {
  name: 'network'
  params: {
    name: 'vnet-workflows-${token}'
    location: location
    tags: tags
    addressPrefix: addressPrefix
    modelNetworkId: modelNetworkId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    name: 'stwf${token}'
    location: location
    tags: tags
    principalId: identity.properties.principalId
    subnetId: network.outputs.endpointSubnetId
    networkId: network.outputs.networkId
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: 'workflows-${token}'
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

module secrets 'modules/secrets.bicep' = {
  name: 'secrets'
  params: {
    name: 'kv-wf-${token}'
    location: location
    tags: tags
    principalId: identity.properties.principalId
  }
}

// Subscription and group of the account; the group here where there is none, for the condition does not keep the scope from being read.
var openAiAccount = split(empty(openAiAccountId) ? '${resourceGroup().id}/none' : openAiAccountId, '/')

module openAi 'modules/openai.bicep' = if (!empty(openAiAccountId)) {
  name: 'openAi'
  scope: resourceGroup(openAiAccount[2], openAiAccount[4])
  params: {
    accountName: last(openAiAccount)
    principalId: identity.properties.principalId
  }
}

module scheduler 'modules/scheduler.bicep' = if (usesScheduler) {
  name: 'scheduler'
  params: {
    name: 'dts-workflows-${token}'
    location: location
    tags: tags
    skuName: schedulerSku
    principalId: identity.properties.principalId
  }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    name: 'func-workflows-${token}'
    location: location
    tags: tags
    identityId: identity.id
    identityClientId: identity.properties.clientId
    subnetId: network.outputs.appSubnetId
    storageName: storage.outputs.name
    deploymentContainerUrl: storage.outputs.deploymentContainerUrl
    insightsConnectionString: monitoring.outputs.connectionString
    keyVaultUri: secrets.outputs.uri
    schedulerEndpoint: usesScheduler ? scheduler!.outputs.endpoint : ''
    taskHubName: usesScheduler ? scheduler!.outputs.taskHubName : 'Workflows'
    environmentName: environmentName
    maximumInstanceCount: maximumInstanceCount
    alwaysReadyInstances: alwaysReadyInstances
    instanceMemoryMB: instanceMemoryMB
    modelSettings: modelSettings
    consultationClients: consultationClients
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    functionAppId: app.outputs.id
    storageId: storage.outputs.id
    email: alertEmail
  }
}

output functionAppName string = app.outputs.name
output functionAppUrl string = 'https://${app.outputs.hostName}'
output keyVaultName string = secrets.outputs.name
