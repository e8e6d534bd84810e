#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "pullquote/gazetteer.h"
#include "tokens/tokens.h"

// Where a text has the user's own names and patterns.

namespace pullquote::gazetteer {

struct Match {
  tokens::TokenRange tokens;
  std::uint32_t entry = 0;
  Label label = Label::kMisc;
  std::string_view name;  // of the entry; empty where the text says what it is called
  std::string_view id;    // both live as long as the gazetteer
};

/// In order of the text, not overlapping, each inside one section. Longer ones come before shorter ones, then earlier
/// before later ones, names before patterns, and patterns in the order that they were added. Linear in the text for a
/// given set of patterns.
[[nodiscard]] std::vector<Match> find(const Gazetteer& gazetteer, const tokens::TokenizedText& text);

}  // namespace pullquote::gazetteer
