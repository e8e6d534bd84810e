#pragma once

#include <vector>

#include "article.h"
#include "quotes/quotes.h"

namespace pullquote::quotes {

/// The part of a source that says who it is: without its relative clause, and for a lone "who" the name before it.
[[nodiscard]] TokenRange antecedent(const Article& article, TokenRange source);

/// Fills in the speaker of each quote, from the source at the same index or none where that is empty, and then what
/// it is about. May add entities to `linked` and number them anew.
void identify(const tokens::TokenizedText& text, entities::Linked& linked, const std::vector<TokenRange>& sources,
              std::vector<Quote>& quotes);

}  // namespace pullquote::quotes
