// What a shared library shows to its users.
#pragma once

/// Marks the classes and functions of the public headers; all else is hidden.
#define DUIZHAO_EXPORT __attribute__((visibility("default")))
