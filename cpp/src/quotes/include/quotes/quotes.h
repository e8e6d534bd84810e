#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "entities/entities.h"
#include "pullquote/verbs.h"
#include "quotes/model.h"
#include "syntax/syntax.h"
#include "tokens/tokens.h"

// Who said what: quotation spans, their cues and sources, and the entity that each source resolves to.

namespace pullquote::quotes {

struct Quote {
  QuoteKind kind = QuoteKind::kDirect;
  std::optional<std::uint32_t> speaker;  // index into Linked::entities
  std::vector<tokens::TokenRange> content;
  std::vector<tokens::TokenRange> cue;
  std::vector<tokens::TokenRange> source;
  std::vector<std::uint32_t> about;
  std::optional<Manner> manner;
  Polarity polarity = Polarity::kAsserted;
  float confidence = 0;
};

/// May add nominal entities for speakers that are never named ("foreign ministers from 13 nations").
[[nodiscard]] std::vector<Quote> find(const tokens::TokenizedText& text, const features::Words& words,
                                      entities::Linked& linked, const syntax::Parse& parse, const Model& model,
                                      bool boilerplate, const Verbs& verbs = {});

}  // namespace pullquote::quotes
