#pragma once

#include <ctime>

namespace pullquote {

/// Seconds that this process has computed. Tests of cost compare these, since the time on the wall is also that of
/// whatever else the machine does.
inline double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

}  // namespace pullquote
