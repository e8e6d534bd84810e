#include "web_address.h"

#include <algorithm>

#include "word_set.h"

namespace pullquote::tokens {
namespace {

// Top-level domains that are no English words, and the file name extensions that news text names.
constexpr auto kEndings = word_set("com", "org", "net", "edu", "gov", "mil", "info", "biz", "io", "ly", "tv", "eu",
                                   "uk", "ca", "au", "nz", "de", "fr", "ru", "cn", "jp", "br", "za", "ke", "ng", "gh",
                                   "gd", "fm", "pdf", "doc", "docx", "xls", "xlsx", "csv", "jpg", "jpeg", "png", "gif",
                                   "mp3", "mp4", "html", "htm", "php", "aspx", "txt", "exe", "zip");

constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestLabel = 63;
constexpr int kMostLabels = 8;

bool is_label_char(char c) { return is_ascii_lower(c) || is_ascii_upper(c) || is_ascii_digit(c) || c == '-'; }

// End of dot-separated labels whose last one `accept` takes; the longest such prefix wins.
template <class Accept>
std::size_t domain_end(std::string_view view, std::size_t begin, std::size_t chunk_end, Accept accept) {
  std::size_t best = begin;
  std::size_t at = begin;
  for (int label = 0; label < kMostLabels; ++label) {
    const std::size_t start = at;
    while (at < chunk_end && at - start <= kLongestLabel && is_label_char(view[at])) ++at;
    if (at == start || at - start > kLongestLabel) break;
    if (label > 0 && accept(view.substr(start, at - start))) best = at;
    if (at + 1 >= chunk_end || view[at] != '.') break;
    ++at;
  }
  return best;
}

// A full stop or a bracket that closes nothing belongs to the sentence around an address.
std::size_t trim_address(std::string_view view, std::size_t begin, std::size_t end) {
  const std::string_view address = view.substr(begin, end - begin);
  auto opened = std::count(address.begin(), address.end(), '(') - std::count(address.begin(), address.end(), ')');
  while (end > begin + 1) {
    const char last = view[end - 1];
    if (last == ')' && opened < 0) {
      ++opened;
    } else if (std::string_view(".,;:!?'*_]}").find(last) == std::string_view::npos) {
      break;
    }
    --end;
  }
  return end;
}

std::size_t path_end(std::string_view view, std::size_t at, std::size_t chunk_end) {
  while (at < chunk_end) {
    const auto byte = static_cast<unsigned char>(view[at]);
    if (byte == '"' || byte == '<' || byte == '>') break;
    // Curly quotation marks and dashes (U+2010 to U+201F) end an address; other letters may be part of it.
    if (byte == 0xE2 && at + 2 < chunk_end && view[at + 1] == '\x80') break;
    ++at;
  }
  return at;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && equals_ignoring_case(text.substr(0, lower.size()), lower);
}

}  // namespace

bool may_hold_web_address(std::string_view chunk) {
  for (std::size_t i = 1; i + 1 < chunk.size(); ++i) {
    const char c = chunk[i];
    if (c == '@' || (c == ':' && chunk[i + 1] == '/')) return true;
    if (c == '.' && is_label_char(chunk[i - 1]) && is_ascii_lower(chunk[i + 1])) return true;
  }
  return false;
}

std::size_t web_address_end(std::string_view view, std::size_t begin, std::size_t chunk_end) {
  const std::string_view rest = view.substr(begin, chunk_end - begin);
  for (const std::string_view scheme : {"http://", "https://", "ftp://", "www."}) {
    if (rest.size() > scheme.size() && starts_with_ignoring_case(rest, scheme) &&
        path_end(view, begin + scheme.size(), chunk_end) > begin + scheme.size()) {
      return trim_address(view, begin, path_end(view, begin, chunk_end));
    }
  }

  std::size_t at = begin;
  while (at < chunk_end && at - begin <= kLongestLocalPart &&
         (is_label_char(view[at]) || view[at] == '.' || view[at] == '_' || view[at] == '+')) {
    ++at;
  }
  if (at > begin && at + 1 < chunk_end && view[at] == '@') {
    const std::size_t end = domain_end(view, at + 1, chunk_end, [](std::string_view label) {
      return label.size() >= 2 && std::all_of(label.begin(), label.end(), [](char c) { return !is_ascii_digit(c); });
    });
    if (end > at + 1) return end;
  }

  const std::size_t domain = domain_end(view, begin, chunk_end, [](std::string_view label) {
    return is_ascii_lower(label.front()) && kEndings.contains(label);
  });
  if (domain == begin) return begin;
  if (domain < chunk_end && view[domain] == '/') return trim_address(view, begin, path_end(view, domain, chunk_end));
  const CharClass next = char_at(view, domain).kind;
  return is_alnum(next) ? begin : domain;
}

}  // namespace pullquote::tokens
