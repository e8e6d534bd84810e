#include "quotes_fixture.h"

#include "quotes/quotations.h"

namespace pullquote::quotes {

namespace {

std::string join(const tokens::TokenizedText& text, const std::vector<tokens::TokenRange>& ranges) {
  if (ranges.empty()) return "-";
  std::string out;
  for (const auto range : ranges) {
    if (!out.empty()) out += " ## ";
    out += text.text->view({text.tokens[range.first].begin, text.tokens[range.last - 1].end});
  }
  return out;
}

}  // namespace

std::string print_quotes(const std::string& article, const Verbs& verbs) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = entities::test_words(tokens);
  auto linked = entities::find_as_shipped(tokens, false);
  std::string out;
  for (const auto& quote : find(tokens, words, linked, syntax::Parse(), Model(), false, verbs)) {
    if (!out.empty()) out += '\n';
    out += std::string(name_of(quote.kind, kQuoteKindNames)) + ' ';
    out += (quote.speaker ? linked.entities[*quote.speaker].name : "-") + " <";
    out += join(tokens, quote.source) + '|' + join(tokens, quote.cue) + "> " + join(tokens, quote.content);
    if (quote.polarity != Polarity::kAsserted) out += " !" + std::string(name_of(quote.polarity, kPolarityNames));
  }
  return out;
}

std::string print_manners(const std::string& article, const Verbs& verbs) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  const auto words = entities::test_words(tokens);
  auto linked = entities::find_as_shipped(tokens, false);
  std::string out;
  for (const auto& quote : find(tokens, words, linked, syntax::Parse(), Model(), false, verbs)) {
    if (!out.empty()) out += ' ';
    out += quote.manner ? name_of(*quote.manner, kMannerNames) : "-";
  }
  return out;
}

std::string print_quotations(const std::string& article) {
  const text::Text text(article);
  const auto tokens = tokens::analyse(text);
  std::string out;
  for (const auto& quotation : find_quotations(tokens, false)) {
    if (!out.empty()) out += '\n';
    if (quotation.continues) out += '+';
    out += '[' + join(tokens, {quotation.inside});
    if (quotation.closed) out += ']';
  }
  return out;
}

}  // namespace pullquote::quotes
