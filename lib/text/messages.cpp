#include "duizhao/messages.hpp"

#include <boost/locale/message.hpp>

namespace duizhao {

std::string translate(const char* english) {
  return boost::locale::translate(english).str(std::locale(), "duizhao");
}

}  // namespace duizhao
