#include "quotes/quotes.h"

#include <algorithm>
#include <utility>

#include "article.h"
#include "attribution.h"
#include "carry.h"
#include "manners.h"
#include "speakers.h"

namespace pullquote::quotes {

namespace {

constexpr std::uint32_t kLongestTerm = 3;  // words of a term in quotation marks that nobody need have said
constexpr float kUnattributed = 0.5F;

bool counts_as_word(const Article& a, std::uint32_t i) {
  const auto kind = a.token(i).kind;
  return kind != TokenKind::kPunctuation && kind != TokenKind::kQuote;
}

std::uint32_t words_in(const Article& a, TokenRange range) {
  std::uint32_t words = 0;
  for (auto i = range.first; i < range.last; ++i) {
    if (a.is_word(i) || a.token(i).kind == TokenKind::kNumber) ++words;
  }
  return words;
}

QuoteKind kind_of(const Article& a, const std::vector<TokenRange>& content) {
  bool inside = false;
  bool outside = false;
  for (const auto range : content) {
    for (auto i = range.first; i < range.last; ++i) {
      if (counts_as_word(a, i)) (a.is_quoted(i) ? inside : outside) = true;
    }
  }
  if (!inside) return QuoteKind::kIndirect;
  return outside ? QuoteKind::kMixed : QuoteKind::kDirect;
}

bool is_term(const Article& a, const Quotation& quotation) {
  const auto words = words_in(a, quotation.inside);
  return words > 0 && words <= kLongestTerm && !a.ends_sentence(quotation.inside.last - 1);
}

// 'the "rope tax"', "the thieves' 'tour'": a definite term, whoever speaks of it.
bool is_definite_term(const Article& a, const Quotation& quotation) {
  if (quotation.tokens.first == 0 || !is_term(a, quotation)) return false;
  const auto before = quotation.tokens.first - 1;
  const bool possessive = a.token(before).kind == TokenKind::kClitic && a.is_joint(before);
  return (possessive || a.lower(before) == "the") && a.section_of(before) == quotation.section;
}

// What was said ends before the comma that the typesetter put inside the marks.
std::vector<TokenRange> without_commas(const Article& a, std::vector<TokenRange> content) {
  std::sort(content.begin(), content.end(), [](auto x, auto y) { return x.first < y.first; });
  for (auto& range : content) {
    if (range.size() > 1 && a.is_char(range.last - 1, ',')) --range.last;
  }
  return content;
}

}  // namespace

std::vector<Quote> find(const tokens::TokenizedText& text, const features::Words& words, entities::Linked& linked,
                        const syntax::Parse& parse, const Model& model, bool boilerplate, const Verbs& verbs) {
  std::vector<Quote> quotes;
  std::vector<TokenRange> sources;
  {
    const Article article(text, words, linked, parse, boilerplate, stand_ins(words, parse, verbs));
    auto found = find_attributions(article, model);
    carry_on(article, found);
    quotes.reserve(found.list.size() + article.quotations.size());
    for (auto& attribution : found.list) {
      sources.push_back(attribution.source.empty() ? TokenRange{} : antecedent(article, attribution.source.front()));
      const auto manner = manner_of(article, attribution.cue, verbs);
      quotes.push_back({.cue = std::move(attribution.cue),
                        .source = std::move(attribution.source),
                        .manner = manner,
                        .polarity = attribution.polarity,
                        .confidence = attribution.confidence});
      quotes.back().content = without_commas(article, std::move(attribution.content));
      quotes.back().kind = kind_of(article, quotes.back().content);
    }
    for (std::uint32_t q = 0; q < article.quotations.size(); ++q) {
      const auto& quotation = article.quotations[q];
      const bool claimed = found.owner[q] != Article::kNone;
      const bool term = claimed ? is_definite_term(article, quotation) : is_term(article, quotation);
      // Content that is quotations and nothing else has no terms beside it.
      if (claimed && (!term || quotes[found.owner[q]].kind == QuoteKind::kDirect)) continue;
      quotes.push_back({.kind = term ? QuoteKind::kScare : QuoteKind::kDirect, .confidence = kUnattributed});
      quotes.back().content = without_commas(article, {quotation.inside});
    }
  }
  sources.resize(quotes.size());
  identify(text, linked, sources, quotes);
  std::stable_sort(quotes.begin(), quotes.end(),
                   [](const Quote& x, const Quote& y) { return x.content.front().first < y.content.front().first; });
  return quotes;
}

}  // namespace pullquote::quotes
