#include "reference/gazetteer_reference.h"

#include <algorithm>
#include <cstddef>

namespace pullquote::reference {

std::string found_naively(const std::vector<std::string>& names, const std::vector<std::string>& text) {
  struct Hit {
    std::size_t first, last, name;
  };
  const auto joined = [&](std::size_t first, std::size_t last) {
    std::string out;
    for (auto i = first; i < last; ++i) out += (i == first ? "" : " ") + text[i];
    return out;
  };
  std::vector<Hit> hits;
  for (std::size_t size = text.size(); size > 0; --size) {
    for (std::size_t first = 0; first + size <= text.size(); ++first) {
      const auto name = std::find(names.begin(), names.end(), joined(first, first + size));
      const bool free = std::none_of(hits.begin(), hits.end(),
                                     [&](const Hit& hit) { return hit.first < first + size && first < hit.last; });
      if (name != names.end() && free)
        hits.push_back({first, first + size, static_cast<std::size_t>(name - names.begin())});
    }
  }
  std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.first < b.first; });
  std::string out;
  for (const auto& hit : hits) {
    out += (out.empty() ? "" : " ") + joined(hit.first, hit.last) + '/' + std::to_string(hit.name);
  }
  return out;
}

}  // namespace pullquote::reference
